// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private final Secrets secrets = new Secrets();

  @Test
  void masksEveryOccurrence() {
    secrets.add("hunter2");

    assertThat(secrets.mask("hunter2 is not xhunter2x")).isEqualTo("*** is not x***x");
  }

  @Test
  void masksTheLongerOfTwoFirst() {
    secrets.add("hunter");
    secrets.add("hunter2");

    assertThat(secrets.mask("hunter2")).isEqualTo("***");
  }

  @Test
  void masksAShortOneAsAWordOnly() {
    secrets.add("ab");

    assertThat(secrets.mask("ab 'ab' table ab")).isEqualTo("*** '***' table ***");
  }

  @Test
  void masksEachLine() {
    secrets.add("first line\nsecond line");

    assertThat(secrets.mask("the second line")).isEqualTo("the ***");
  }

  @Test
  void ignoresAnEmptyOne() {
    secrets.add("");

    assertThat(secrets.mask("text")).isEqualTo("text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "ssl.keystore.password",
        "ssl.keystore.key",
        "s3.secret-key",
        "s3.access-key",
        "authToken",
        "API_KEY",
        "fs.azure.account.key.x",
        "sasl.jaas.config",
        "key-file"
      })
  void knowsNamesOfSecrets(String name) {
    assertThat(Secrets.isSecretName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"key", "keep", "path", "max-keys", "access-log"})
  void knowsNamesOfOtherThings(String name) {
    assertThat(Secrets.isSecretName(name)).isFalse();
  }
}
