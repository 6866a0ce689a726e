// Runs after an installation: reads all countries once and keeps them, so that no run of the dataset script waits for
// it. Where it cannot, nothing is lost: a run reads and keeps the countries that it meets.
try {
  const { register } = await import('tsx/esm/api');
  register();
  const { keepGazetteer } = await import('./gazetteer.ts');
  keepGazetteer();
} catch (fault) {
  console.error(`The gazetteer is read when it is needed: ${fault instanceof Error ? fault.message : fault}`);
}
