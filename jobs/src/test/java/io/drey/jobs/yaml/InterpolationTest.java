// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpolationTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("USER", "ada", "EMPTY", "", "DOLLAR", "$1\\${env:USER}");

  private final Secrets secrets = new Secrets();
  private final Problems problems = new Problems("t.yaml", secrets);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${env:USER}                  | ada",
        "a-${env:USER}-${var:DAY}-z   | a-ada-monday-z",
        "${env:NONE:-nobody}          | nobody",
        "${env:USER:-nobody}          | ada",
        "${env:EMPTY:-nobody}         | nobody",
        "<${env:EMPTY}>               | <>",
        "<${env:NONE:-}>              | <>",
        "${env:NONE:-a:-b}            | a:-b",
        "$${env:USER}                 | ${env:USER}",
        "$${other:USER}               | $${other:USER}",
        "${USER}                      | ${USER}",
        "${sys:USER}                  | ${sys:USER}",
        "$env:USER                    | $env:USER",
        "${env:DOLLAR}                | $1\\${env:USER}",
      })
  void fillsIn(String text, String filledIn) {
    assertThat(read("'" + text + "'")).isInstanceOf(YamlScalar.class);
    assertThat(((YamlScalar) read("'" + text + "'")).text()).isEqualTo(filledIn);
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void leavesKeysAlone() {
    assertThat(((YamlMapping) read("${env:USER}: 1")).keys()).containsExactly("${env:USER}");
  }

  @Test
  void fillsInAnEmptyValueAsTextRatherThanNull() {
    assertThat(((YamlScalar) read("${env:EMPTY}")).isNull()).isFalse();
  }

  @Test
  void reportsEachMissingOneAtItsColumn() {
    read("a: 'x ${env:NONE} ''${var:DYA}'\nb: |\n  ${env:USER}\n  -${file:/no/such}");

    assertThat(lines())
        .containsExactly(
            "t.yaml:1:7: a: Unknown environment variable 'NONE'",
            "t.yaml:1:21: a: Unknown variable 'DYA' (known: DAY)",
            "t.yaml:4:4: b: Cannot read '/no/such': no such file");
  }

  @Test
  void readsAndMasksAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "s3cret\n");

    assertThat(((YamlScalar) read("pw=${file:" + file + "}")).text()).isEqualTo("pw=s3cret");
    assertThat(secrets.mask("it is s3cret")).isEqualTo("it is ***");
  }

  @Test
  void masksAVariableNamedLikeASecret() {
    assertThat(((YamlScalar) read("${var:MY_TOKEN}")).text()).isEqualTo("abcdef");
    assertThat(secrets.mask("abcdef")).isEqualTo("***");
  }

  @Test
  void reportsAFileThatIsNotText(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xC3, 0x28});

    read("${file:" + file + "}");

    assertThat(lines()).containsExactly("t.yaml:1:1: Cannot read '" + file + "': not UTF-8");
  }

  @Test
  void readsSmallRegularFilesOnly(@TempDir Path folder) throws Exception {
    Path fifo = folder.resolve("fifo");
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
    Path large = Files.write(folder.resolve("large"), new byte[(1 << 20) + 1]);
    Path fits = Files.writeString(folder.resolve("fits"), "x".repeat(1 << 20));

    read(
        "- ${file:/dev/zero}\n- ${file:%s}\n- ${file:%s}\n- ${file:%s}"
            .formatted(fifo, large, folder));

    assertThat(lines())
        .containsExactly(
            "t.yaml:1:3: [0]: Cannot read '/dev/zero': it is not a regular file",
            "t.yaml:2:3: [1]: Cannot read '" + fifo + "': it is not a regular file",
            "t.yaml:3:3: [2]: Cannot read '" + large + "': it is larger than 1 MiB",
            "t.yaml:4:3: [3]: Cannot read '" + folder + "': it is a directory");
    assertThat(((YamlScalar) read("${file:" + fits + "}")).text()).hasSize(1 << 20);
  }

  private YamlValue read(String yaml) {
    Map<String, String> variables = Map.of("DAY", "monday", "MY_TOKEN", "abcdef");
    Map<String, String> shown = yaml.contains("TOKEN") ? variables : Map.of("DAY", "monday");
    ExternalValues outside = new ExternalValues(ENVIRONMENT::get, shown);
    return Objects.requireNonNull(new YamlReader(outside, secrets, problems).read(yaml));
  }

  private List<String> lines() {
    return problems.sorted().stream().map(Problem::toString).toList();
  }
}
