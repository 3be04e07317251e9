// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real logs and conformance cases, which lie beside the checkout. Every test that reads them finds
 * them here: where one is missing, the test that asks for it is skipped, and fails with {@code
 * -Ddrey.shared.required}.
 *
 * <pre>{@code
 * Path cases = TestingShared.file("cases/recipes/rpc_pairs.jsonl");
 * }</pre>
 */
final class TestingShared {
  private TestingShared() {}

  static Path file(String path) {
    Path file = Path.of(System.getProperty("drey.shared"), path);
    if (!Boolean.getBoolean("drey.shared.required")) {
      assumeTrue(Files.exists(file), () -> "Nothing at " + file);
    }
    assertThat(file).exists();
    return file;
  }
}
