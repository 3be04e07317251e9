// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * The conformance cases, which lie beside the checkout: skipped where they are missing, and failed
 * with {@code -Ddrey.shared.required}.
 */
class SharedUpdateCasesTest {
  @Test
  void everySharedCaseHolds() throws IOException {
    List<Executable> checks = new ArrayList<>();
    for (String line : Files.readAllLines(shared())) {
      checks.add(() -> check(of(Trees.read(line))));
    }

    assertThat(checks).isNotEmpty();
    Assertions.assertAll(checks);
  }

  private static void check(UpdateCase update) {
    Updated updated = update.run();

    assertThat(updated.after()).as(update.name()).isEqualTo(update.after());
    assertThat(UpdateCase.codes(updated)).as(update.name()).isEqualTo(update.expectedCodes());
  }

  private static UpdateCase of(JsonNode line) {
    List<JsonNode> earlier = new ArrayList<>();
    line.path("setup_updates").forEach(earlier::add);
    return new UpdateCase(
        line.get("id").textValue(),
        line.get("old"),
        earlier,
        line,
        Objects.requireNonNull(line.get("new")),
        line.get("errors"));
  }

  private static Path shared() {
    Path file = Path.of(System.getProperty("drey.shared"), "cases/kv/update.jsonl");
    if (!Boolean.getBoolean("drey.shared.required")) {
      assumeTrue(Files.exists(file), () -> "Nothing at " + file);
    }
    assertThat(file).exists();
    return file;
  }
}
