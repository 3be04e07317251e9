// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.command;

import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Takes the argument after an option as its port if it is a number; else the port is 8081. */
final class OptionalPort implements IParameterConsumer {
  private static final int DEFAULT = 8081;

  @Override
  @SuppressWarnings("JdkObsolete") // picocli's
  public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
    boolean given = !arguments.isEmpty() && arguments.peek().matches("\\d{1,5}");
    Integer unused = option.setValue(given ? Integer.valueOf(arguments.pop()) : DEFAULT);
  }
}
