package io.drey.operators.kv.command;

import java.io.Serializable;

/**
 * The form in which commands come. Scopes are told apart by a text that the form gives them; it is
 * the key that their state is kept under.
 *
 * @param <I> what comes
 */
public interface CommandForm<I> extends Serializable {
  /** Whether this is a {@link Operation#LIST_GROUPS}, which is about all scopes. */
  boolean listsGroups(I command);

  /** The command with its scope at hand for {@link #scopeKey}; called once for each command. */
  default I keyed(I command) {
    return command;
  }

  /** The key of a command's scope; any for a command that has none. */
  String scopeKey(I command);

  /** The scope of a key. */
  default String scope(String scopeKey) {
    return scopeKey;
  }

  /**
   * Reads a command.
   *
   * @throws RefusedException if it is none; the answer says why
   */
  Command read(I command) throws RefusedException;
}
