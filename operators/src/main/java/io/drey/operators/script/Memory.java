// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import java.io.Serializable;
import org.apache.flink.util.function.SerializableFunction;

/**
 * The last events of each key that a program can look back at.
 *
 * @param events how many, from 1 to {@value #MOST}
 * @param text the text by which an event is remembered
 */
public record Memory<T>(int events, SerializableFunction<T, String> text) implements Serializable {
  public static final int MOST = 1_000;

  public Memory {
    if (events < 1 || events > MOST) {
      throw new IllegalArgumentException(
          "Invalid events: must be from 1 to " + MOST + " but was " + events);
    }
  }
}
