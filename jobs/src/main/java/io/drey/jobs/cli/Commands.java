// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * The commands of a {@link CommandGroup} by name, in the order of its help.
 *
 * <p>To read the options of a command takes picocli longer than most commands take, so a command is
 * made only if the arguments name it. All are made where they name none: for the help of the group,
 * and for what is like a mistyped name.
 */
public final class Commands {
  private final Map<String, Supplier<?>> makers = new LinkedHashMap<>();
  private final Map<String, Consumer<CommandLine>> extensions = new HashMap<>();

  /** Adds a command. */
  public Commands add(String name, Supplier<?> maker) {
    makers.put(name, maker);
    return this;
  }

  /** Extends a command, of another module, once it is made. */
  public void extend(String name, Consumer<CommandLine> extension) {
    extensions.put(name, extension);
  }

  /** Returns a command, with those below it that the arguments after its name need. */
  public static CommandLine line(Object command, List<String> arguments) {
    CommandLine line = new CommandLine(command);
    if (command instanceof CommandGroup group) {
      group.commands().addTo(line, arguments);
    }
    return line;
  }

  private void addTo(CommandLine parent, List<String> arguments) {
    boolean isNamed = !arguments.isEmpty() && makers.containsKey(arguments.get(0));
    List<String> rest = isNamed ? arguments.subList(1, arguments.size()) : List.of();
    makers.forEach(
        (name, maker) -> {
          if (!isNamed || name.equals(arguments.get(0))) {
            CommandLine line = line(maker.get(), rest);
            extensions.getOrDefault(name, none -> {}).accept(line);
            parent.addSubcommand(name, line);
          }
        });
  }
}
