/** Facts about first-level codes that the source and the ISO 3166-2 list don't settle between them. */

const MOROCCO_BEFORE_2015 = ['MA-01', 'MA-02', 'MA-03', 'MA-04', 'MA-05', 'MA-06', 'MA-07', 'MA-09', 'MA-10'];
const ALGERIA_BEFORE_2019 = ['DZ-01', 'DZ-07', 'DZ-08', 'DZ-11', 'DZ-30', 'DZ-33', 'DZ-39', 'DZ-47'];

/**
 * Current codes whose area in the source is that of before a reform, or only nearly that of the code: mostly units
 * that were split later, so that the old area still carries the code that one of the parts kept.
 */
export const OUTDATED_AREAS: readonly string[] = [
  ...ALGERIA_BEFORE_2019,
  ...MOROCCO_BEFORE_2015,
  'BD-C',
  'BH-14',
  'BI-BR',
  'BW-NW',
  'CD-EQ',
  'CD-KE',
  'CI-LC',
  'CI-LG',
  'CY-06',
  'ET-SN',
  'GH-BA',
  'GH-NP',
  'GH-TV',
  'GH-WP',
  'GL-AV',
  'GQ-WN',
  'ID-KI',
  'ID-PA',
  'ID-PB',
  'KH-3',
  'KZ-19',
  'KZ-35',
  'KZ-61',
  'KZ-63',
  'LB-AS',
  'LB-BI',
  'ML-6',
  'ML-7',
  'MM-04',
  'MR-13',
  'NA-KE',
  'PA-8',
  'PG-SHM',
  'PG-WHM',
  'QA-RA',
  'SD-KN',
  'SD-KS',
  'SL-N',
  'SO-WO',
  'TD-EE',
  'TN-11',
  'TZ-14',
];

/** Codes that ISO 3166-2 has withdrawn, kept because the units that replaced them have no area in the source. */
export const WITHDRAWN_CODES: readonly string[] = [
  'CD-BN',
  'CD-KA',
  'CD-KW',
  'CD-OR',
  'KE-200',
  'KE-300',
  'KE-400',
  'KE-500',
  'KE-600',
  'KE-700',
  'KE-800',
  'NP-BA',
  'NP-BH',
  'NP-DH',
  'NP-GA',
  'NP-JA',
  'NP-KA',
  'NP-KO',
  'NP-LU',
  'NP-MA',
  'NP-ME',
  'NP-NA',
  'NP-RA',
  'NP-SA',
  'NP-SE',
  'ST-S',
];

/** Codes that ISO 3166-2 has had since 2024 (Norway's counties as split again), newer than the list in the package. */
export const NEWER_CODES: readonly string[] = ['NO-31', 'NO-32', 'NO-33', 'NO-39', 'NO-40', 'NO-55', 'NO-56'];

/** Codes of the source that never were ISO 3166-2, in countries where other units have ISO codes. */
export const OWN_CODES: readonly string[] = ['GL-UO', 'PS-GZZ', 'PS-WBK'];
