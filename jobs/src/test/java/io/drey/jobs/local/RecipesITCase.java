// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.pages.TestingExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A recipe prints the same events as a script and as the operator that does it better. */
@Timeout(120)
class RecipesITCase {
  private static final String FOLDER = "recipes/";
  private static final String SCRIPT = "-script";

  @ParameterizedTest
  @MethodSource("scripts")
  void printsWhatItsOperatorPrints(String script, @TempDir Path folder) throws Exception {
    String operator = script.substring(0, script.length() - SCRIPT.length());

    String byScript = stdout(script, Files.createDirectory(folder.resolve("script")));
    String byOperator = stdout(operator, Files.createDirectory(folder.resolve("operator")));

    assertThat(byScript).isNotEmpty().isEqualTo(byOperator);
  }

  @Test
  void everyRecipeIsThereAsAScript() throws IOException {
    List<String> operators =
        TestingExamples.names().stream()
            .filter(name -> name.startsWith(FOLDER) && !isScript(name))
            .toList();

    assertThat(scripts()).isEqualTo(operators.stream().map(name -> name + SCRIPT).toList());
  }

  /** Events of different keys come in no fixed order. */
  private static String stdout(String name, Path folder) throws Exception {
    return TestingExample.sorted(String.valueOf(TestingExample.run(name, folder).get("stdout")));
  }

  static boolean isScript(String example) {
    return example.startsWith(FOLDER) && example.endsWith(SCRIPT);
  }

  static List<String> scripts() throws IOException {
    return TestingExamples.names().stream().filter(RecipesITCase::isScript).toList();
  }
}
