// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The options and parameters of a command, which declares each as a field:
 *
 * <pre>{@code
 * private final Options options = new Options("Reports all problems in pipeline files.");
 * private final Flag strict = options.flag("--strict", "fail on warnings too");
 * private final Value<Path> file = options.parameter("FILE", Path.class, "a pipeline file");
 * }</pre>
 *
 * <p>The names of an option are written as its help shows them: {@code -o, --output}. The help
 * tells options by name, whatever their order here, and parameters in the order in which they are
 * given.
 *
 * <p>These are picocli's own objects rather than annotations, since to read annotations takes
 * longer than most commands take.
 */
public final class Options {
  private final String description;
  private final List<ArgSpec> declared = new ArrayList<>();

  /** Those of each section, by its heading. */
  private final Map<String, List<ArgSpec>> sections = new LinkedHashMap<>();

  private List<ArgSpec> current = declared;
  private final List<String> examples = new ArrayList<>();
  private int parameters;

  /**
   * @param description what the command does, in its help
   */
  public Options(String description) {
    this.description = description;
  }

  /** Declares an option without a value. */
  public Flag flag(String names, String description) {
    return new Flag(declare(option(names, description).type(boolean.class)));
  }

  /**
   * Declares an option with a value.
   *
   * @param label what the help calls the value
   */
  public <T> OptionalValue<T> value(String names, String label, Class<T> type, String description) {
    return new OptionalValue<>(declare(option(names, label, type, description)));
  }

  /** Declares an option with a value and a default. */
  public <T> Value<T> value(
      String names, String label, Class<T> type, T byDefault, String description) {
    return new Value<>(declare(option(names, label, type, description).initialValue(byDefault)));
  }

  /** Declares an option that must be given. */
  public <T> Value<T> required(String names, String label, Class<T> type, String description) {
    return new Value<>(declare(option(names, label, type, description).required(true)));
  }

  /** Declares an option that can be given several times. */
  public <T> Value<List<T>> values(String names, String label, Class<T> type, String description) {
    return new Value<>(
        declare(
            option(names, label, List.class, description)
                .auxiliaryTypes(type)
                .initialValue(List.of())));
  }

  /** Declares an option of a key and a value that can be given several times. */
  public Value<Map<String, String>> pairs(String names, String label, String description) {
    return new Value<>(
        declare(
            option(names, label, Map.class, description)
                .auxiliaryTypes(String.class, String.class)
                .initialValue(Map.of())));
  }

  /** Declares an option whose value is a port, or may be left out: {@link OptionalPort}. */
  public OptionalValue<Integer> port(String names, String label, String description) {
    return new OptionalValue<>(
        declare(
            option(names, label, Integer.class, description)
                .arity("0..1")
                .parameterConsumer(new OptionalPort())));
  }

  /** Declares a parameter that must be given. */
  public <T> Value<T> parameter(String label, Class<T> type, String description) {
    return new Value<>(declare(parameter("", label, type, description).required(true)));
  }

  /** Declares a last parameter that may be left out. */
  public <T> OptionalValue<T> optionalParameter(String label, Class<T> type, String description) {
    return new OptionalValue<>(declare(parameter("", label, type, description).arity("0..1")));
  }

  /** Declares a last parameter of one or more values. */
  public <T> Value<List<T>> parameters(String label, Class<T> type, String description) {
    return new Value<>(
        declare(
            parameter("..*", label, List.class, description)
                .auxiliaryTypes(type)
                .arity("1..*")
                .required(true)));
  }

  /** Declares last parameters, any number of them. */
  public <T> Value<List<T>> optionalParameters(String label, Class<T> type, String description) {
    return new Value<>(
        declare(
            parameter("..*", label, List.class, description)
                .auxiliaryTypes(type)
                .arity("0..*")
                .initialValue(List.of())));
  }

  /**
   * Starts a section of the help, to which the options that follow belong. Those of a command with
   * sections are in the order in which they are declared, and its usage does not name them.
   */
  public void section(String heading) {
    current = sections.computeIfAbsent(heading, unused -> new ArrayList<>());
  }

  /** Adds examples to the help, each a command. */
  public void examples(List<String> commands) {
    examples.addAll(commands);
  }

  private OptionSpec.Builder option(String names, String description) {
    return OptionSpec.builder(names.split(", ", -1)).description(description);
  }

  private OptionSpec.Builder option(String names, String label, Class<?> type, String description) {
    return option(names, description)
        .paramLabel(label)
        .type(type)
        .completionCandidates(EnumConverter.words(type))
        .converters(EnumConverter.of(type));
  }

  /**
   * @param more what follows the index in picocli's notation
   */
  private PositionalParamSpec.Builder parameter(
      String more, String label, Class<?> type, String description) {
    return PositionalParamSpec.builder()
        .index(parameters++ + more)
        .paramLabel(label)
        .type(type)
        .completionCandidates(EnumConverter.words(type))
        .converters(EnumConverter.of(type))
        .description(description);
  }

  private ArgSpec declare(OptionSpec.Builder option) {
    return declare(option.build());
  }

  private ArgSpec declare(PositionalParamSpec.Builder parameter) {
    return declare(parameter.build());
  }

  private ArgSpec declare(ArgSpec argument) {
    current.add(argument);
    return argument;
  }

  /** Returns the model of a command with these options and those of every command. */
  CommandSpec modelOf(Command command) {
    CommandSpec model = CommandSpec.wrapWithoutInspection(command);
    model
        .usageMessage()
        .description(description)
        .synopsisSubcommandLabel("COMMAND")
        .footer(footer());
    // Not a method reference: to archive it links picocli's class, which is then not archived.
    for (ArgSpec argument : declared) {
      model.add(argument);
    }
    addSections(model);
    model.addOption(
        option("-h, --help", "Show this help message and exit.")
            .type(boolean.class)
            .usageHelp(true)
            .build());
    model.addOption(
        option("-V, --version", "Print version information and exit.")
            .type(boolean.class)
            .versionHelp(true)
            .build());
    return model;
  }

  private void addSections(CommandSpec model) {
    if (!sections.isEmpty()) {
      model.usageMessage().abbreviateSynopsis(true).sortOptions(false);
    }
    sections.forEach(
        (heading, arguments) -> {
          ArgGroupSpec.Builder section = ArgGroupSpec.builder().validate(false);
          arguments.forEach(section::addArg);
          model.addArgGroup(section.heading("%n" + heading + "%n").order(sections.size()).build());
        });
  }

  private String[] footer() {
    return examples.isEmpty() ? new String[0] : Examples.lines(examples).toArray(new String[0]);
  }
}
