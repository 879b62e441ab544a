#!/bin/sh
# Under npm the Node that came with us stands first. Where this machine cannot run it, npm's own Node takes over and says why.
here=$(dirname "$0")
ours="$here/../node_modules/.bin/node"
if "$ours" --version >/dev/null 2>&1; then exec "$ours" "$here/gatepost.mjs" "$@"; fi
exec "${npm_node_execpath:-node}" "$here/gatepost.mjs" "$@"
