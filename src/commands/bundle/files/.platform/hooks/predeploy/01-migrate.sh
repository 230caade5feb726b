#!/bin/bash
# Before the new version takes over: the schema that it needs. Whoever comes first does it, the others wait and find it done.
set -euo pipefail
exec node dist/commands/migrate.js
