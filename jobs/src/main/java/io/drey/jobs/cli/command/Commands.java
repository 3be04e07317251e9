// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * The commands of a {@link CommandGroup} by name, in the order of its help.
 *
 * <p>Of the commands that the arguments name only the last is made: {@code ls} of {@code drey state
 * ls}. A group is made with all that is in it: for its help, and for what is like a mistyped name.
 */
public final class Commands {
  /**
   * A command that arguments name.
   *
   * @param arguments those after its name
   */
  public record Named(CommandLine line, List<String> arguments) {
    /** Runs it and returns its exit code. */
    public int execute() {
      return line.execute(arguments.toArray(new String[0]));
    }
  }

  private final Map<String, Supplier<Command>> makers = new LinkedHashMap<>();

  /** Adds all commands of others. */
  public Commands addAll(Commands others) {
    makers.putAll(others.makers);
    return this;
  }

  /** Adds a command. */
  public Commands add(String name, Supplier<Command> maker) {
    makers.put(name, maker);
    return this;
  }

  /** Returns their names. */
  public Set<String> names() {
    return Collections.unmodifiableSet(makers.keySet());
  }

  /** Returns the command that arguments name: of these commands, or one with all its commands. */
  public static Named named(String name, Command command, List<String> arguments) {
    if (command instanceof CommandGroup group && !arguments.isEmpty()) {
      String next = arguments.get(0);
      Supplier<Command> maker = group.commands().makers.get(next);
      if (maker != null) {
        return named(name + ' ' + next, maker.get(), arguments.subList(1, arguments.size()));
      }
    }
    return new Named(whole(command).setCommandName(name), arguments);
  }

  /** Returns a command with all that is below it. */
  public static CommandLine whole(Command command) {
    CommandLine line = new CommandLine(command.options().modelOf(command));
    if (command instanceof CommandGroup group) {
      group
          .commands()
          .makers
          .forEach((name, maker) -> line.addSubcommand(name, whole(maker.get())));
    }
    return line;
  }
}
