// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The public types outside packages named {@code internal}, and their members, are those that the
 * {@code api.txt} of the module lists; {@code -Ddrey.write=true} writes it.
 */
class ApiFilesTest {
  private static final Path ROOT = Path.of(System.getProperty("drey.root"));
  private static final String KIT = "operators-testing";

  @ParameterizedTest
  @ValueSource(strings = {"operators", KIT})
  void listsWhatUsersSee(String module) throws IOException {
    Path file = ROOT.resolve(module).resolve("api.txt");
    List<String> api = api(module);
    if (Boolean.getBoolean("drey.write")) {
      Files.writeString(file, String.join("\n", api) + "\n");
    }

    String changes = changes(Files.readAllLines(file), api);
    assertThat(changes)
        .as(
            "changes of the public API (+ added, - removed); if they are meant, -Ddrey.write=true"
                + " writes them to %s/api.txt",
            module)
        .isEmpty();
  }

  @Test
  void showsWhatWasAddedAndRemoved() {
    List<String> before = List.of("class A", "  one()", "  two()", "class B", "  one()");
    List<String> after = List.of("class A", "  two()", "class B", "  one()", "  three()");

    assertThat(changes(before, after)).isEqualTo("- class A: one()\n+ class B: three()\n");
    assertThat(changes(before, before)).isEmpty();
  }

  private static List<String> api(String module) {
    return new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
        .importPackages("io.drey.operators").stream()
            .filter(type -> !isInternal(type) && isOfKit(type) == module.equals(KIT))
            .map(JavaClass::reflect)
            .filter(PublicApi::isPublic)
            .sorted(Comparator.comparing(Class::getName))
            .flatMap(type -> new PublicApi(type).lines().stream())
            .toList();
  }

  private static boolean isInternal(JavaClass type) {
    return (type.getPackageName() + ".").contains(".internal.");
  }

  private static boolean isOfKit(JavaClass type) {
    return type.getPackageName().endsWith(".sameness");
  }

  private static String changes(List<String> before, List<String> after) {
    List<String> old = withTypes(before);
    List<String> now = withTypes(after);
    Stream<String> removed = old.stream().filter(line -> !now.contains(line)).map("- "::concat);
    Stream<String> added = now.stream().filter(line -> !old.contains(line)).map("+ "::concat);
    return Stream.concat(removed, added).map(line -> line + "\n").collect(Collectors.joining());
  }

  /** Members each with the type that they are indented under. */
  private static List<String> withTypes(List<String> lines) {
    List<String> named = new ArrayList<>();
    String type = "";
    for (String line : lines) {
      if (line.startsWith("  ")) {
        named.add(type + ": " + line.strip());
      } else {
        type = line;
        named.add(line);
      }
    }
    return named;
  }
}
