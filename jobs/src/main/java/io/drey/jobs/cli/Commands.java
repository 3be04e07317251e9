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
 * <p>To read the options of a command takes picocli longer than most commands take, so of those
 * that the arguments name only the last is made: {@code ls} of {@code drey state ls}. A group is
 * made with all that is in it: for its help, and for what is like a mistyped name.
 */
public final class Commands {
  /**
   * A command that arguments name.
   *
   * @param arguments those after its name
   */
  record Named(CommandLine line, List<String> arguments) {
    int execute() {
      return line.execute(arguments.toArray(new String[0]));
    }
  }

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

  /** Returns the command that arguments name: of these commands, or one with all its commands. */
  static Named named(String name, Object command, List<String> arguments) {
    if (command instanceof CommandGroup group && !arguments.isEmpty()) {
      Commands commands = group.commands();
      String next = arguments.get(0);
      Supplier<?> maker = commands.makers.get(next);
      if (maker != null) {
        Named named = named(name + ' ' + next, maker.get(), arguments.subList(1, arguments.size()));
        commands.extend(next, named.line);
        return named;
      }
    }
    CommandLine line = whole(command).setCommandName(name);
    line.getCommandSpec().versionProvider(new Version());
    return new Named(line, arguments);
  }

  /** Returns a command with all that is below it. */
  public static CommandLine whole(Object command) {
    CommandLine line = new CommandLine(command);
    if (command instanceof CommandGroup group) {
      Commands commands = group.commands();
      commands.makers.forEach(
          (name, maker) -> {
            CommandLine below = whole(maker.get());
            commands.extend(name, below);
            line.addSubcommand(name, below);
          });
    }
    return line;
  }

  private void extend(String name, CommandLine line) {
    extensions.getOrDefault(name, none -> {}).accept(line);
  }
}
