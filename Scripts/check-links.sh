#!/usr/bin/env bash
# Checks that every local link of an HTML page leads to a file or to an id on the page.
set -euo pipefail

page=$1
folder=$(dirname "$page")
broken=0
while IFS= read -r link; do
  case $link in
    '' | http://* | https://* | mailto:* | data:*) continue ;;
    '#'*) grep -qF "id=\"${link#\#}\"" "$page" && continue ;;
    *) [ -e "$folder/${link%%[#?]*}" ] && continue ;;
  esac
  echo "$page: broken link: $link"
  broken=1
done < <(grep -oE '(href|src)="[^"]*"' "$page" | sed -E 's/^[a-z]+="(.*)"$/\1/' | sort -u)
exit "$broken"
