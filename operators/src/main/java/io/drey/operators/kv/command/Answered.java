// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.command;

import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** A command with its answer. */
public record Answered(Command command, Answer answer) {
  /** Its type, for streams. */
  public static final TypeInformation<Answered> TYPE =
      Types.POJO(Answered.class, Map.of("command", Command.TYPE, "answer", Answer.TYPE));
}
