#!/bin/sh
# Records one decision and fetches its receipt. The key of the decision makes asking again harmless.
set -eu
answer=$(curl --fail-with-body --silent --show-error --retry 4 --retry-all-errors \
  "$OMBUD_URL/api/v1/systems/loans/decisions" \
  -H "Authorization: Bearer $OMBUD_KEY" -H 'Content-Type: application/json' \
  -d '{"subject":"s-1","decision":"yes","inputs":{"income":2500,"purpose":"car"},"attributes":{"sex":"F"},"key":"application-1"}')
echo "$answer"
index=$(printf '%s' "$answer" | sed 's/.*"index":\([0-9]*\).*/\1/')
curl --fail --silent --show-error "$OMBUD_URL/api/v1/log/entries/$index/receipt" -H "Authorization: Bearer $OMBUD_KEY" > receipt
echo "receipt: $(wc -c < receipt) bytes"
