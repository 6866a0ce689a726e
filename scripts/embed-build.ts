/**
 * Builds embed.html beside the dashboard, by itself: what both use is packed for each, so that neither loads many small
 * files that only the other's needs cut.
 */
import { build, type Plugin, type PluginOption } from 'vite';
import { MOUNT_ONLY_OPTIONS } from './mount-only.ts';

/** What nearly every view draws with, in one file: several small ones transfer more. */
const VIEW_PARTS = {
  name: 'view-parts',
  test: new RegExp(
    [
      '/views/parts/(Panel|ZoomButtons)\\.svelte',
      '/views/parts/(marks|nearest-mark|keep-focus|zoom|magnification|page-scale|text-width)\\.ts$',
      '/state/words/describe-node\\.ts$',
      '/layout/map/magnification\\.ts$',
    ].join('|'),
  ),
};

/** What every map draws with. */
const MAP_PARTS = {
  name: 'map-parts',
  test: new RegExp(
    [
      '/topojson-client/src/',
      '/d3-geo/src/(math|stream|transform|projection/(equalEarth|naturalEarth1))\\.js$',
      '/layout/map/(antarctica|boundaries|flat-projection|flat-world|world|world-map)\\.ts$',
      '/layout/(classes/(class-breaks|class-methods|jenks)|map/(city-marks|globe|map-marks|map-outline|map-path))\\.ts$',
    ].join('|'),
  ),
};

/** Adds embed.html with its scripts and styles to the build; in development Vite serves it as any page. */
export function embedPage(plugins: () => PluginOption[], settings: { readonly target: string }): Plugin {
  return {
    name: 'embed-page',
    apply: 'build',
    async generateBundle(_, bundle) {
      const built = await build({
        configFile: false,
        publicDir: false,
        base: './',
        logLevel: 'warn',
        plugins: plugins(),
        worker: { format: 'es' },
        build: {
          write: false,
          target: settings.target,
          modulePreload: { polyfill: false },
          assetsInlineLimit: 0,
          rolldownOptions: {
            ...MOUNT_ONLY_OPTIONS,
            input: 'embed.html',
            output: {
              codeSplitting: { includeDependenciesRecursively: false, groups: [VIEW_PARTS, MAP_PARTS] },
            },
          },
        },
      });
      const outputs = (Array.isArray(built) ? built : [built]).flatMap((result) =>
        'output' in result ? result.output : [],
      );
      for (const file of outputs) {
        if (file.fileName in bundle) continue; // the same content: the name has its hash
        const source = file.type === 'chunk' ? file.code : file.source;
        this.emitFile({ type: 'asset', fileName: file.fileName, source });
      }
    },
  };
}
