/**
 * Countries whose first level, as shown, is coarser than the source's units: which attribute of the source groups
 * them, and what each group is. Values are `[ISO 3166-2 code, English name]`.
 */
export interface GroupedLevel {
  readonly by: 'region' | 'geoUnitName';
  readonly groups: Readonly<Record<string, readonly [code: string, name: string]>>;
}

const BELGIUM: GroupedLevel = {
  by: 'geoUnitName',
  groups: {
    'Brussels Capital Region': ['BE-BRU', 'Brussels'],
    'Flemish Region': ['BE-VLG', 'Flanders'],
    'Walloon Region': ['BE-WAL', 'Wallonia'],
  },
};

const BURKINA_FASO: GroupedLevel = {
  by: 'region',
  groups: {
    'Boucle du Mouhoun': ['BF-01', 'Boucle du Mouhoun'],
    Cascades: ['BF-02', 'Cascades'],
    Centre: ['BF-03', 'Centre'],
    'Centre-Est': ['BF-04', 'Centre-Est'],
    'Centre-Nord': ['BF-05', 'Centre-Nord'],
    'Centre-Ouest': ['BF-06', 'Centre-Ouest'],
    'Centre-Sud': ['BF-07', 'Centre-Sud'],
    Est: ['BF-08', 'Est'],
    'Hauts-Bassins': ['BF-09', 'Hauts-Bassins'],
    Nord: ['BF-10', 'Nord'],
    'Plateau-Central': ['BF-11', 'Plateau-Central'],
    Sahel: ['BF-12', 'Sahel'],
    'Sud-Ouest': ['BF-13', 'Sud-Ouest'],
  },
};

const FRANCE: GroupedLevel = {
  by: 'region',
  groups: {
    'Auvergne-Rhône-Alpes': ['FR-ARA', 'Auvergne-Rhône-Alpes'],
    'Bourgogne-Franche-Comté': ['FR-BFC', 'Bourgogne-Franche-Comté'],
    Bretagne: ['FR-BRE', 'Brittany'],
    'Centre-Val de Loire': ['FR-CVL', 'Centre-Val de Loire'],
    Corse: ['FR-20R', 'Corsica'],
    'Grand Est': ['FR-GES', 'Grand Est'],
    'Hauts-de-France': ['FR-HDF', 'Hauts-de-France'],
    Normandie: ['FR-NOR', 'Normandy'],
    'Nouvelle-Aquitaine': ['FR-NAQ', 'Nouvelle-Aquitaine'],
    Occitanie: ['FR-OCC', 'Occitanie'],
    'Pays de la Loire': ['FR-PDL', 'Pays de la Loire'],
    "Provence-Alpes-Côte-d'Azur": ['FR-PAC', 'Provence-Alpes-Côte d’Azur'],
    'Île-de-France': ['FR-IDF', 'Île-de-France'],
  },
};

const GUINEA: GroupedLevel = {
  by: 'region',
  groups: {
    Boke: ['GN-B', 'Boké'],
    Conakry: ['GN-C', 'Conakry'],
    Faranah: ['GN-F', 'Faranah'],
    Kankan: ['GN-K', 'Kankan'],
    Kindia: ['GN-D', 'Kindia'],
    Labé: ['GN-L', 'Labé'],
    Mamou: ['GN-M', 'Mamou'],
    Nzérékoré: ['GN-N', 'Nzérékoré'],
  },
};

const ITALY: GroupedLevel = {
  by: 'region',
  groups: {
    Abruzzo: ['IT-65', 'Abruzzo'],
    Apulia: ['IT-75', 'Apulia'],
    Basilicata: ['IT-77', 'Basilicata'],
    Calabria: ['IT-78', 'Calabria'],
    Campania: ['IT-72', 'Campania'],
    'Emilia-Romagna': ['IT-45', 'Emilia-Romagna'],
    'Friuli-Venezia Giulia': ['IT-36', 'Friuli-Venezia Giulia'],
    Lazio: ['IT-62', 'Lazio'],
    Liguria: ['IT-42', 'Liguria'],
    Lombardia: ['IT-25', 'Lombardy'],
    Marche: ['IT-57', 'Marche'],
    Molise: ['IT-67', 'Molise'],
    Piemonte: ['IT-21', 'Piedmont'],
    Sardegna: ['IT-88', 'Sardinia'],
    Sicily: ['IT-82', 'Sicily'],
    Toscana: ['IT-52', 'Tuscany'],
    'Trentino-Alto Adige': ['IT-32', 'Trentino-South Tyrol'],
    Umbria: ['IT-55', 'Umbria'],
    "Valle d'Aosta": ['IT-23', 'Aosta Valley'],
    Veneto: ['IT-34', 'Veneto'],
  },
};

const PHILIPPINES: GroupedLevel = {
  by: 'region',
  groups: {
    'Autonomous Region in Muslim Mindanao (ARMM)': ['PH-14', 'Bangsamoro'],
    'Bicol (Region V)': ['PH-05', 'Bicol'],
    'CALABARZON (Region IV-A)': ['PH-40', 'Calabarzon'],
    'Cagayan Valley (Region II)': ['PH-02', 'Cagayan Valley'],
    'Central Luzon (Region III)': ['PH-03', 'Central Luzon'],
    'Central Visayas (Region VII)': ['PH-07', 'Central Visayas'],
    'Cordillera Administrative Region (CAR)': ['PH-15', 'Cordillera'],
    'Davao (Region XI)': ['PH-11', 'Davao'],
    'Dinagat Islands (Region XIII)': ['PH-13', 'Caraga'],
    'Eastern Visayas (Region VIII)': ['PH-08', 'Eastern Visayas'],
    'Ilocos (Region I)': ['PH-01', 'Ilocos'],
    'MIMAROPA (Region IV-B)': ['PH-41', 'Mimaropa'],
    'National Capital Region': ['PH-00', 'Metro Manila'],
    'Northern Mindanao (Region X)': ['PH-10', 'Northern Mindanao'],
    'SOCCSKSARGEN (Region XII)': ['PH-12', 'Soccsksargen'],
    'Western Visayas (Region VI)': ['PH-06', 'Western Visayas'],
    'Zamboanga Peninsula (Region IX)': ['PH-09', 'Zamboanga Peninsula'],
  },
};

const SPAIN: GroupedLevel = {
  by: 'region',
  groups: {
    Andalucía: ['ES-AN', 'Andalusia'],
    Aragón: ['ES-AR', 'Aragon'],
    Asturias: ['ES-AS', 'Asturias'],
    'Canary Is.': ['ES-CN', 'Canary Islands'],
    Cantabria: ['ES-CB', 'Cantabria'],
    'Castilla y León': ['ES-CL', 'Castile and León'],
    'Castilla-La Mancha': ['ES-CM', 'Castilla-La Mancha'],
    Cataluña: ['ES-CT', 'Catalonia'],
    Ceuta: ['ES-CE', 'Ceuta'],
    Extremadura: ['ES-EX', 'Extremadura'],
    'Foral de Navarra': ['ES-NC', 'Navarre'],
    Galicia: ['ES-GA', 'Galicia'],
    'Islas Baleares': ['ES-IB', 'Balearic Islands'],
    'La Rioja': ['ES-RI', 'La Rioja'],
    Madrid: ['ES-MD', 'Madrid'],
    Melilla: ['ES-ML', 'Melilla'],
    Murcia: ['ES-MC', 'Murcia'],
    'País Vasco': ['ES-PV', 'Basque Country'],
    Valenciana: ['ES-VC', 'Valencian Community'],
  },
};

const SRI_LANKA: GroupedLevel = {
  by: 'region',
  groups: {
    'Basnāhira paḷāta': ['LK-1', 'Western'],
    'Dakuṇu paḷāta': ['LK-3', 'Southern'],
    'Madhyama paḷāta': ['LK-2', 'Central'],
    'Næ̆gĕnahira paḷāta': ['LK-5', 'Eastern'],
    'Sabaragamuva paḷāta': ['LK-9', 'Sabaragamuwa'],
    'Uturu paḷāta': ['LK-4', 'Northern'],
    'Uturumæ̆da paḷāta': ['LK-7', 'North Central'],
    'Vayamba paḷāta': ['LK-6', 'North Western'],
    'Ūva paḷāta': ['LK-8', 'Uva'],
  },
};

const UGANDA: GroupedLevel = {
  by: 'region',
  groups: {
    Central: ['UG-C', 'Central'],
    Eastern: ['UG-E', 'Eastern'],
    Northern: ['UG-N', 'Northern'],
    Western: ['UG-W', 'Western'],
  },
};

const UNITED_KINGDOM: GroupedLevel = {
  by: 'geoUnitName',
  groups: {
    England: ['GB-ENG', 'England'],
    'Northern Ireland': ['GB-NIR', 'Northern Ireland'],
    Scotland: ['GB-SCT', 'Scotland'],
    Wales: ['GB-WLS', 'Wales'],
  },
};

/** By alpha-3. Countries that are not here keep the source's units, merged where they share a code. */
export const GROUPED_LEVELS: Readonly<Record<string, GroupedLevel>> = {
  BEL: BELGIUM,
  BFA: BURKINA_FASO,
  ESP: SPAIN,
  FRA: FRANCE,
  GBR: UNITED_KINGDOM,
  GIN: GUINEA,
  ITA: ITALY,
  LKA: SRI_LANKA,
  PHL: PHILIPPINES,
  UGA: UGANDA,
};
