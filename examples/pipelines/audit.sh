#!/bin/sh
# Any other pipeline: fetches Ombud once, audits, and ends with the exit code of the audit (0 pass, 1 fail, 3 cannot tell).
# It needs git, Node 20 or newer and npm, and these two variables:
#   OMBUD_REPOSITORY  where Ombud is cloned from
#   OMBUD_COMMIT      a commit, a tag or a branch of it
set -eu
place="${OMBUD_PLACE:-.ombud}"

if [ ! -d "$place/.git" ]; then
  git init --quiet "$place"
  git -C "$place" remote add origin "$OMBUD_REPOSITORY"
fi
git -C "$place" fetch --quiet --depth 1 origin "$OMBUD_COMMIT"
git -C "$place" checkout --quiet --detach FETCH_HEAD
node "$place/tools/run.mjs" ready

exec node "$place/packages/cli/bin/ombud.mjs" audit "$@" --out "${OMBUD_OUT:-ombud-report}/"
