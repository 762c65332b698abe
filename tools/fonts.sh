#!/bin/sh
# Inter and Source Serif 4 come from npm (OFL). Without Node the system's own faces serve, so this never fails.
command -v npm >/dev/null 2>&1 || { echo "korpu: no Node here; pages use the system's own type."; exit 0; }
(cd frontend && npm ci --silent --no-audit --no-fund --ignore-scripts >/dev/null 2>&1 && node fonts.mjs) \
    || echo "korpu: the type could not be fetched; pages use the system's own."
exit 0
