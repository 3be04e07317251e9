// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.operators.stateful.StatefulFunction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars that lack something; what else a class may be wrong in, the problem files show. */
class FunctionClassTest {
  private static final String HEAD =
      """
      import io.drey.operators.event.Event;
      import io.drey.operators.stateful.*;
      import java.util.*;

      """;

  private final Path directory;

  FunctionClassTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void saysInWhichJarsItHasLooked() throws IOException {
    Path jar = TestingJar.of(directory, "Other", "public class Other {}");

    assertRefused(
        jar, "com.acme.UniqueIps", "Unknown class 'com.acme.UniqueIps' (looked in: Other.jar)");
  }

  @Test
  void saysWhatItsSuperclassNeeds() throws IOException {
    Path jar = without("Gone", "public class Broken extends Gone {} class Gone {}");

    assertRefused(jar, "Broken", "Cannot load class 'Broken': it needs Gone, which is in no --jar");
  }

  @Test
  void saysWhatItsConstructorNeeds() throws IOException {
    Path jar =
        without(
            "Gone",
            HEAD
                + """
                public class Broken implements StatefulFunction<String, Event, Broken.State, Event> {
                  public static class State {}
                  private final Set<String> gone = Gone.set();
                  public State onEvent(Event event, State state, Context<String, Event> ctx) {
                    return state;
                  }
                }
                class Gone {
                  static Set<String> set() {
                    return new HashSet<>();
                  }
                }
                """);

    assertRefused(
        jar, "Broken", "Cannot instantiate class Broken: it needs Gone, which is in no --jar");
  }

  @Test
  void saysWhatTheParametersOfItsConstructorNeed() throws IOException {
    Path jar =
        without(
            "Gone",
            HEAD
                + """
                public class Broken implements StatefulFunction<String, Event, Broken.State, Event> {
                  public static class State {}
                  public Broken(Gone gone) {}
                  public State onEvent(Event event, State state, Context<String, Event> ctx) {
                    return state;
                  }
                }
                class Gone {}
                """);

    assertRefused(
        jar, "Broken", "Cannot instantiate class Broken: it needs Gone, which is in no --jar");
  }

  @Test
  void takesTheProgramsClassesWhereAJarHasThemToo() throws IOException {
    Path jar =
        TestingJar.of(
            directory,
            "Fat",
            HEAD
                + """
                public class Fat implements StatefulFunction<String, Event, Fat.State, Event> {
                  public static class State { public int count; }
                  public State onEvent(Event event, State state, Context<String, Event> ctx) {
                    return state;
                  }
                }
                """);
    String name = "/" + StatefulFunction.class.getName().replace('.', '/') + ".class";
    try (FileSystem zip = FileSystems.newFileSystem(jar);
        InputStream drey = Objects.requireNonNull(getClass().getResourceAsStream(name))) {
      Files.createDirectories(zip.getPath(name).getParent());
      Files.copy(drey, zip.getPath(name));
    }

    FunctionClass found = new UserJars(List.of(jar)).within(() -> FunctionClass.parse("Fat"));

    assertThat(found.with(null).outputs()).isEmpty();
  }

  /** A jar with a class Broken, from which another that it needs is missing. */
  private Path without(String name, String source) throws IOException {
    Path jar = TestingJar.of(directory, "Broken", source);
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      Files.delete(zip.getPath(name + ".class"));
    }
    return jar;
  }

  private static void assertRefused(Path jar, String name, String message) {
    UserJars jars = new UserJars(List.of(jar));
    assertThatThrownBy(() -> jars.within(() -> FunctionClass.parse(name).with(null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
