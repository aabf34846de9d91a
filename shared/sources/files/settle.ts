import type { DatabaseSync } from 'node:sqlite';
import { VALUE_LIMIT } from '../csv/cell-text.ts';
import { idOfKey } from '../staging/customer-key.ts';
import { rejectArrangements } from './settle-arrangements.ts';

/**
 * Holds every row against the whole folder, once all of it is read: rows of customers nobody
 * knows, rows given twice and arrangements about no invoice leave the facts.
 */
export function settle(database: DatabaseSync): void {
  database.exec(SORT);
  database.function('idOfKey', { deterministic: true }, (key) => idOfKey(String(key)));
  database.exec(UNKNOWN_CUSTOMERS);
  database.exec(REPEATS);
  rejectArrangements(database);
  database.exec('DROP INDEX by_identity');
}

/** From here on, a customer's rows lie side by side, its own row (file 0) first. */
const SORT = `
  INSERT INTO facts SELECT * FROM read ORDER BY key, file, line;
  DROP TABLE read;`;

const UNKNOWN_CUSTOMERS = `
  CREATE TABLE unknown AS SELECT key FROM facts GROUP BY key HAVING min(file) > 0;
  INSERT INTO rejects
    SELECT file, line, 'customerId', substr(idOfKey(key), 1, ${VALUE_LIMIT}),
      'no customer "' || substr(idOfKey(key), 1, ${VALUE_LIMIT}) || '" in customers.csv'
    FROM unknown CROSS JOIN facts USING (key);
  DELETE FROM facts WHERE key IN (SELECT key FROM unknown);
  DROP TABLE unknown;`;

/** The first row of an identity stands. One equal to it in every known column is a duplicate. */
const REPEATS = `
  CREATE INDEX by_identity ON facts (file, identity, line);
  CREATE TABLE firsts AS
    SELECT file, identity, min(line) AS line
    FROM facts GROUP BY file, identity HAVING count(*) > 1;
  INSERT INTO repeats
    SELECT again.key, file, again.line, identity, firsts.line, again.cells IS stands.cells
    FROM firsts
    CROSS JOIN facts AS stands USING (file, identity, line)
    CROSS JOIN facts AS again USING (file, identity)
    WHERE again.line > firsts.line;
  INSERT INTO rejects
    SELECT file, line, idColumn, substr(identity, 1, ${VALUE_LIMIT}),
      identifies || ' "' || substr(identity, 1, ${VALUE_LIMIT}) || '" was already given on line '
        || firstLine || ' with other values'
    FROM repeats JOIN files USING (file) WHERE NOT isEqual;
  DELETE FROM facts WHERE (key, file, line) IN (SELECT key, file, line FROM repeats);
  DROP TABLE firsts;`;
