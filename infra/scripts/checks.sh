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

# Starts nginx with infra/compose/gateway.conf.template: its folder, where it listens for HTTP and for gRPC, and the ports of
# import, search, vectorize-passage and vectorize-query.
start_gateway() {
  local folder=$1 http=$2 grpc=$3 import=$4 search=$5 passage=$6 query=$7
  sed -e "s/\${IMPORT_ADDRESS}/127.0.0.1:$import/; s/\${SEARCH_ADDRESS}/127.0.0.1:$search/" \
    -e "s/\${PASSAGE_ADDRESS}/127.0.0.1:$passage/; s/\${QUERY_ADDRESS}/127.0.0.1:$query/" \
    -e "s|listen 8080|listen $http|; s|listen 50051|listen $grpc|" \
    "$ROOT/infra/compose/gateway.conf.template" >"$folder/gateway.conf"
  cat >"$folder/nginx.conf" <<CONF
pid $folder/nginx.pid;
events {}
http {
  access_log off;
  client_body_temp_path $folder/body;
  proxy_temp_path $folder/proxy;
  fastcgi_temp_path $folder/fastcgi;
  uwsgi_temp_path $folder/uwsgi;
  scgi_temp_path $folder/scgi;
  include $folder/gateway.conf;
}
CONF
  nginx -e "$folder/error.log" -c "$folder/nginx.conf"
}

# Ends the one of a folder, if there is one.
end_gateway() {
  [[ ! -f $1/nginx.pid ]] || kill "$(<"$1/nginx.pid")" 2>/dev/null || true
}

# The embedded model and no tokens, whatever the caller's environment says.
unset TEXT2VEC_MODEL TEXT2VEC_RECIPE AUTHENTICATION_ALLOWED_TOKENS AUTHENTICATION_APIKEY_ENABLED
