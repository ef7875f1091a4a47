// Compiles a Malloy model's queries, read as JSON, and prints their SQL and the CPU seconds that it took.
// Runs in the folder whose node_modules has the library.

import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

const require = createRequire(`${process.cwd()}/`);
const {SingleConnectionRuntime} = require('@malloydata/malloy');
const {DuckDBConnection} = require('@malloydata/db-duckdb');
const {version} = require('@malloydata/malloy/package.json');

const asked = JSON.parse(readFileSync(0, 'utf8'));
const connection = new DuckDBConnection('duckdb', ':memory:');
for (const table of asked.tables) await connection.runSQL(table);

const spent = [];
let statements = [];
for (let run = 0; run <= asked.runs; run++) {
  const start = process.cpuUsage();
  const runtime = new SingleConnectionRuntime({connection});
  const model = runtime.loadModel(asked.model);
  statements = [];
  for (const query of asked.queries) {
    const sql = await model.loadQuery(query).getSQL();
    statements.push({sql, key: asked.key, has_customers: false});
  }
  const {user, system} = process.cpuUsage(start);
  spent.push((user + system) / 1e6);
}
const [first, ...rest] = spent;
rest.sort((one, other) => one - other);
const warm = rest[Math.floor(rest.length / 2)];
console.log(JSON.stringify({tool: `malloy ${version}`, statements, first, warm}));
await connection.close();
