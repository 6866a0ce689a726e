// Why: embed.html.
addEventListener(
  'error',
  ({ target }) => {
    if (target.type !== 'module') return;
    document.getElementById('blocked').hidden = false;
    const data = { code: 'load', message: 'The script of the view could not be loaded.', re: null };
    if (parent !== self)
      parent.postMessage({ source: 'whereabouts', v: 1, id: '', type: 'error', data }, '*');
  },
  true,
);
