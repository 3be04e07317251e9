// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "user",
        "a.b-c",
        "/var/log/*.log",
        "10m",
        "-1.5",
        "007",
        "0x1F",
        "true",
        "Null",
        "~",
        "no",
        "it's",
        "'",
        "''",
        "a: b",
        "a #b",
        "# a",
        "- a",
        "{a: 1}",
        "[a]",
        "&a",
        "*a",
        "!a",
        "%a",
        "@a",
        "`a`",
        "a\nb\n",
        "\ta",
        "a\\nb",
        "say \"a\"\n",
        "\u0000\u0007\u001b",
        "\u0085\u2028\ufeff",
        "世 😀",
        "${env:HOME}",
        "$${var:a}",
        "${event.x}",
        "$"
      })
  void isReadAsItWas(String text) {
    Problems problems = new Problems("file", new Secrets());
    ExternalValues outside = new ExternalValues(name -> "wrong", Map.of("a", "wrong"));

    YamlValue read =
        new YamlReader(outside, new Secrets(), problems).read("key: " + YamlText.scalar(text));

    assertThat(problems.sorted()).isEmpty();
    assertThat(read).isInstanceOf(YamlMapping.class);
    YamlMapping.Entry entry =
        Objects.requireNonNull(((YamlMapping) Objects.requireNonNull(read)).find("key"));
    assertThat(entry.value()).isInstanceOf(YamlScalar.class);
    assertThat(((YamlScalar) entry.value()).text()).isEqualTo(text);
    assertThat(((YamlScalar) entry.value()).isNull()).isFalse();
    assertThat(YamlText.scalar(text)).doesNotContain("\n");
  }

  @Test
  void findsWhatIsNoYaml() {
    assertThat(YamlText.problem("{a: [1}")).contains("expected ',' or ']'");
    assertThat(YamlText.problem("{a")).contains("expected ',' or '}'");
    assertThat(YamlText.problem("{a: '${var:x}'}")).contains("Unknown variable 'x'");
    assertThat(YamlText.problem("{a: [1], b: '${env:ANY}'}")).isNull();
  }
}
