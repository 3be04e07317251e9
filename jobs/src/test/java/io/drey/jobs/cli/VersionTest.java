// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTest {
  @ParameterizedTest
  @CsvSource({
    "0.1.0-SNAPSHOT+02842c70d8, 0.1.0-SNAPSHOT (commit 02842c70d8)",
    "1.0.0+02842c70d8-dirty, 1.0.0 (commit 02842c70d8-dirty)",
    "1.0.0+${git.commit.id.describe}, 1.0.0 (commit unknown)",
    "(not packaged), (not packaged)"
  })
  void tellsTheCommitBehindTheVersion(String packaged, String told) {
    assertThat(Version.withCommit(packaged)).isEqualTo(told);
  }
}
