// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.command;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An op of an update; {@link Ops} makes them. */
public interface UpdateOp {
  /** As in JSON commands: an object with {@code type}, {@code path} and the operand. */
  ObjectNode json();
}
