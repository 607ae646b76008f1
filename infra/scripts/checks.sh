# What the checks share. Sourced by them after java.sh.

# Prints a port that nobody listens on, nor on those that lie behind it by the given numbers; bash opens the connections itself.
free_port() {
  local port offset
  for port in {18080..18179}; do
    for offset in 0 "$@"; do
      ! (exec 3<>"/dev/tcp/127.0.0.1/$((port + offset))") 2>/dev/null || continue 2
    done
    echo "$port"
    return
  done
  fail "No free port between 18080 and 18179."
}

expect() {
  local what=$1 want=$2 got=$3
  [[ $got == "$want" ]] || fail "FAILED $what: expected $want, got $got"
  echo "ok: $what"
}

# Prints the status of a request, 000 where nobody answered.
status_of() {
  curl -s -o /dev/null -w '%{http_code}' --max-time 60 "$@" || true
}

# Waits until the application at a URL takes texts; bash asks itself, curl may be missing.
wait_ready() {
  local url=$1 port status
  port=${url##*:}
  for _ in {1..1200}; do
    if { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null; then
      printf 'GET /.well-known/ready HTTP/1.0\r\n\r\n' >&3
      read -r -t 5 _ status _ <&3 || status=000
      exec 3>&-
      [[ $status != 204 ]] || return 0
    fi
    sleep 0.1
  done
  fail "FAILED ./run --prod was not ready within two minutes"
}

# The embedded model and no tokens, whatever the caller's environment says.
unset TEXT2VEC_MODEL TEXT2VEC_RECIPE AUTHENTICATION_ALLOWED_TOKENS AUTHENTICATION_APIKEY_ENABLED
