#!/bin/sh
# Browser tests need Debian's chromium. Install it where that is allowed; otherwise the tests are skipped by name.
command -v chromium >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "korpu: installing chromium for the browser tests ..."
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1 \
        || echo "korpu: chromium could not be installed; browser tests will be skipped."
else
    echo "korpu: no chromium here and no right to install it; browser tests will be skipped. (Debian: sudo apt-get install chromium)"
fi
exit 0
