// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class OptionsTest {
  private final Options options = new Options("Does nothing.");

  @Test
  void haveTheValuesThatAreGiven() {
    Flag flag = options.flag("-f, --flag", "a flag");
    OptionalValue<Integer> number = options.value("--number", "N", Integer.class, "a number");
    Value<Long> limit = options.value("--limit", "N", long.class, 5L, "a limit");
    Value<String> name = options.required("--name", "NAME", String.class, "a name");
    Value<Path> file = options.parameter("FILE", Path.class, "a file");
    OptionalValue<String> more = options.optionalParameter("MORE", String.class, "more");

    parse("-f", "a.yaml", "--number", "7", "--limit=6", "b", "--name", "x");

    assertThat(flag.isGiven()).isTrue();
    assertThat(number.get()).isEqualTo(7);
    assertThat(limit.get()).isEqualTo(6);
    assertThat(name.get()).isEqualTo("x");
    assertThat(file.get()).isEqualTo(Path.of("a.yaml"));
    assertThat(more.get()).isEqualTo("b");
  }

  @Test
  void haveTheirDefaultsOrNothing() {
    Flag flag = options.flag("-f, --flag", "a flag");
    OptionalValue<Integer> number = options.value("--number", "N", Integer.class, "a number");
    Value<Long> limit = options.value("--limit", "N", long.class, 5L, "a limit");
    Value<List<Path>> jars = options.values("--jar", "FILE", Path.class, "a jar");
    Value<Map<String, String>> variables = options.pairs("--set", "NAME=VALUE", "a variable");
    OptionalValue<String> more = options.optionalParameter("MORE", String.class, "more");

    parse();

    assertThat(flag.isGiven()).isFalse();
    assertThat(number.get()).isNull();
    assertThat(limit.get()).isEqualTo(5);
    assertThat(jars.get()).isEmpty();
    assertThat(variables.get()).isEmpty();
    assertThat(more.get()).isNull();
  }

  @Test
  void collectWhatIsRepeated() {
    Value<List<Path>> jars = options.values("--jar", "FILE", Path.class, "a jar");
    Value<Map<String, String>> variables = options.pairs("--set", "NAME=VALUE", "a variable");
    Value<String> first = options.parameter("FIRST", String.class, "the first");
    Value<List<String>> files = options.parameters("FILE", String.class, "files");

    parse("--jar", "a.jar", "1", "--set", "x=1", "2", "--jar=b.jar", "--set=y=2=3", "3");

    assertThat(jars.get()).containsExactly(Path.of("a.jar"), Path.of("b.jar"));
    assertThat(variables.get()).containsExactly(Map.entry("x", "1"), Map.entry("y", "2=3"));
    assertThat(first.get()).isEqualTo("1");
    assertThat(files.get()).containsExactly("2", "3");
  }

  @Test
  void readConstantsAsLowerCaseWords() {
    OptionalValue<DayOfWeek> day = options.value("--day", "DAY", DayOfWeek.class, "a day");

    parse("--day", "monday");

    assertThat(day.get()).isEqualTo(DayOfWeek.MONDAY);
  }

  @Test
  void takeAPortOnlyIfItIsOne() {
    OptionalValue<Integer> port = options.port("--ui", "PORT", "a port");
    Value<String> file = options.parameter("FILE", String.class, "a file");

    parse("--ui", "8082", "x");
    assertThat(port.get()).isEqualTo(8082);

    parse("--ui", "x");
    assertThat(port.get()).isEqualTo(8081);
    assertThat(file.get()).isEqualTo("x");
  }

  private void parse(String... arguments) {
    new CommandLine(options.modelOf(new TestingCommand(options))).parseArgs(arguments);
  }

  private record TestingCommand(Options options) implements Command {
    @Override
    public Integer call() {
      return 0;
    }
  }
}
