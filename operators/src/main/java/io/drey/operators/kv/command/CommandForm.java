// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.command;

import java.io.Serializable;

/**
 * Reads commands of any type. Each scope is identified by a text, which is the key of its state.
 *
 * @param <I> the input
 */
public interface CommandForm<I> extends Serializable {
  /** Whether this is a {@link Operation#LIST_GROUPS}, which concerns all scopes. */
  boolean listsGroups(I command);

  /** Prepares a command so that {@link #scopeKey} is cheap; called once per command. */
  default I keyed(I command) {
    return command;
  }

  /** The key of a command's scope; any key for a command without one. */
  String scopeKey(I command);

  /** The scope of a key. */
  default String scope(String scopeKey) {
    return scopeKey;
  }

  /**
   * Reads a command.
   *
   * @throws RefusedException if it is not a valid command; the answer says why
   */
  Command read(I command) throws RefusedException;
}
