# Finds the tools that every command needs. Sourced by run, test, .ci/run and infra/bench/bench, which set ROOT (the
# repository root) before; exports JAVA_HOME, PATH and MAVEN_OPTS.

readonly JAVA_NEEDED=25

# What the JVM of an application is started with, so that none of this makes a warning: native libraries are called, and
# protobuf, in which graphs are made, still asks for memory in the old way.
JAVA_FLAGS=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)

fail() {
  echo "$*" >&2
  exit 1
}

# Prints the feature release of the JDK in a directory, 0 if there is no JDK. Its release file is read instead of
# running it: ten candidates would cost a second.
java_release() {
  local version
  [[ -x $1/bin/java && -x $1/bin/javac && -r $1/release ]] || { echo 0; return; }
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  echo "${version:-0}"
}

# Prints the home of the java on PATH, which may be a link or, on a Mac, a launcher that knows the home.
java_home_on_path() {
  local java
  java=$(command -v java) || return 0
  if [[ -x /usr/libexec/java_home ]]; then
    /usr/libexec/java_home -v "$JAVA_NEEDED+" 2>/dev/null || true
    return 0
  fi
  java=$(readlink -f "$java" 2>/dev/null) || return 0
  dirname "$(dirname "$java")"
}

find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" "$(java_home_on_path)" /usr/lib/jvm/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [[ -n $candidate && $(java_release "$candidate") -ge $JAVA_NEEDED ]]; then
      echo "$candidate"
      return
    fi
  done
  return 1
}

require_jdk() {
  local found
  found=$(find_jdk) || fail "Please install a JDK $JAVA_NEEDED or newer (Eclipse Temurin has one for every system)" \
    "or point JAVA_HOME at one."
  export JAVA_HOME=$found PATH="$found/bin:$PATH"
}

require_maven() {
  command -v mvn >/dev/null || fail "Please install Apache Maven 3.8 or newer and put its mvn command on the PATH."
  # The first two keep old Mavens quiet on a new JDK; the last keeps Quarkus' plugin from asking and from calling home.
  export MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED \
-Dquarkus.analytics.disabled=true ${MAVEN_OPTS:-}"
}

# Sets MAVEN to a command that runs Quarkus' development mode, which wants Maven 3.9 and refuses the 3.8 of Debian and
# Ubuntu: that one fetches the newer one as it fetches any artifact, and shares its global settings with it.
require_maven_for_development() {
  local about version home
  about=$(mvn -B -version | sed 's/\x1b\[[0-9;]*m//g')
  version=$(sed -n 's/^Apache Maven \([0-9.]*\).*/\1/p' <<<"$about")
  home=$(sed -n 's/^Maven home: //p' <<<"$about")
  MAVEN=(mvn)
  [[ $version == 3.[0-8].* ]] || return 0
  local fetched=("$ROOT"/target/maven/apache-maven-*/bin/mvn)
  if [[ ! -f ${fetched[0]} ]]; then
    echo "Development mode needs Maven 3.9 and this is $version: fetching one (9 MB, once) ..." >&2
    mvn -q -B -ntp -N -f "$ROOT/pom.xml" dependency:unpack@maven-for-development >&2 ||
      fail "Please install Apache Maven 3.9 or newer: development mode needs it, and it could not be fetched."
    fetched=("$ROOT"/target/maven/apache-maven-*/bin/mvn)
  fi
  MAVEN=(sh "${fetched[0]}")
  [[ ! -f $home/conf/settings.xml ]] || MAVEN+=(-gs "$home/conf/settings.xml")
}

# Whether there is a file below the given places that is newer than the first argument, or the first isn't there.
# A change to a test is none: it changes no application.
is_stale() {
  local built=$1
  shift
  [[ ! -e $built ]] && return 0
  [[ -n $(find "$@" \( -name target -o -path '*/src/test' \) -prune -o -type f -newer "$built" -print -quit) ]]
}

# Packages modules, and what they need, without their tests: quietly, on stderr, with the log of a failure. Further arguments
# are Maven's.
package_modules() {
  (cd "$ROOT" && mvn -q -B -ntp -DskipTests -Dspotless.check.skip=true -pl "$1" -am "${@:2}" package >&2) ||
    fail "The build failed; its messages are above."
}

# The applications of which native executables are made.
NATIVE=(vectorize-query vectorize-passage import search)

# Finds native-image where Quarkus looks for it, unless Quarkus is told to run it in a container.
require_native_image() {
  [[ ${QUARKUS_NATIVE_CONTAINER_BUILD:-} != true ]] || return 0
  [[ ! -x ${GRAALVM_HOME:-}/bin/native-image ]] || return 0
  [[ ! -x $JAVA_HOME/bin/native-image ]] || return 0
  command -v native-image >/dev/null || fail "Please install Mandrel or GraalVM for JDK $JAVA_NEEDED and point GRAALVM_HOME at it," \
    "or set QUARKUS_NATIVE_CONTAINER_BUILD=true where Docker or Podman runs (https://quarkus.io/guides/building-native-image)."
}

# Fails unless an application is one of NATIVE.
require_native() {
  local application
  for application in "${NATIVE[@]}"; do
    [[ $application != "$1" ]] || return 0
  done
  fail "No native executable is made of '$1', but of ${NATIVE[*]}; docs/native.md says why."
}
