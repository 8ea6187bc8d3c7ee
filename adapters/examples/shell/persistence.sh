#!/bin/sh
# A model in POSIX shell: the next velocity is the present one. It has no capabilities, so that all bodies
# come behind their headers. Copies go through a file in the scratch folder, where TMPDIR points.
set -eu
export LC_ALL=C
body="${TMPDIR:-.}/body"

# Writes $1 in $2 bytes, the lowest first.
little_endian() {
  number=$1
  bytes=$2
  while [ "$bytes" -gt 0 ]; do
    printf "\\$(printf '%03o' $((number % 256)))"
    number=$((number / 256))
    bytes=$((bytes - 1))
  done
}

# Writes the beginning of a frame: header $1, and $2 as the length of the body.
frame() {
  printf 'ASY1'
  little_endian ${#1} 4
  little_endian "$2" 8
  printf '%s' "$1"
}

# Sets `header` and the file $body to the next question.
receive() {
  set -- $(head -c 16 | od -An -v -tu1)
  [ $# -eq 16 ] || exit 0   # Assay is gone
  header_size=$(($5 + 256 * ($6 + 256 * ($7 + 256 * $8))))
  shift 8
  body_size=$(($1 + 256 * ($2 + 256 * ($3 + 256 * ($4 + 256 * ($5 + 256 * $6))))))
  header=$(head -c "$header_size")
  head -c "$body_size" >"$body"
}

# Answers with the bytes of the input `velocity`.
predict() {
  size=$(od -An -v -tu4 -N4 "$body" | sed 's/ //g')
  entry=$(tail -c +9 "$body" | head -c "$size" | sed 's/ //g; s/.*"velocity":{\([^}]*\)}.*/\1/')
  begin=$(printf '%s' "$entry" | sed 's/.*"data_offsets":\[\([0-9]*\),.*/\1/')
  end=$(printf '%s' "$entry" | sed 's/.*"data_offsets":\[[0-9]*,\([0-9]*\)\].*/\1/')
  shape=$(printf '%s' "$entry" | sed 's/.*"shape":\[\([0-9,]*\)\].*/\1/')
  count=$((end - begin))
  tensors="{\"velocity\":{\"data_offsets\":[0,$count],\"dtype\":\"F32\",\"shape\":[$shape]}}"
  while [ $((${#tensors} % 8)) -ne 0 ]; do tensors="$tensors "; done
  frame '{"type":"predicted"}' $((8 + ${#tensors} + count))
  little_endian ${#tensors} 8
  printf '%s' "$tensors"
  tail -c +$((8 + size + begin + 1)) "$body" | head -c "$count"
}

while receive; do
  case $header in
    *'"type":"hello"'*)
      case $header in
        *'"name":"velocity"'*'"name":"velocity"'*)
          frame '{"type":"hello","protocol":1,"name":"persistence in shell","parameterCount":0}' 0
          ;;
        *)
          frame '{"type":"error","kind":"unmet-requirement","message":"needs a velocity and is asked for it"}' 0
          ;;
      esac
      ;;
    *'"type":"fit"'*) frame '{"type":"fitted","steps":0,"stopped":""}' 0 ;;
    *'"type":"predict"'*) predict ;;
    *'"type":"bye"'*) exit 0 ;;
    *) frame '{"type":"error","kind":"raised","message":"an unknown question"}' 0 ;;
  esac
done
