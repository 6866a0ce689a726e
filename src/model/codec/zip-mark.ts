/** What files in the format zip begin with, workbooks of spreadsheets (.xlsx, .ods) among them. */
export const ZIP_MARK = 'PK\x03\x04';
