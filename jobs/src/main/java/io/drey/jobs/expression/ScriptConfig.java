// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.expression;

import io.drey.operators.event.Event;
import io.drey.operators.event.MalformedJsonException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;

/**
 * The constant values that the scripts of a step read as {@code config}.
 *
 * @param json an object
 */
public record ScriptConfig(String json) implements Serializable {
  public ScriptConfig {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    try {
      Event unused = Event.parse(bytes, 0, bytes.length);
    } catch (MalformedJsonException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
