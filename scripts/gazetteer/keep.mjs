// Runs after an installation: reads all countries once and keeps them, and packs the dataset script, so that no run of
// it waits for that. Where it cannot, nothing is lost: a run reads and keeps the countries that it meets, and packs.
try {
  const { register } = await import('tsx/esm/api');
  register();
  const { packedScript } = await import('../packed/packed-script.ts');
  await packedScript();
  const { keepGazetteer } = await import('./gazetteer.ts');
  keepGazetteer();
} catch (fault) {
  console.error(`The gazetteer is read when it is needed: ${fault instanceof Error ? fault.message : fault}`);
}
