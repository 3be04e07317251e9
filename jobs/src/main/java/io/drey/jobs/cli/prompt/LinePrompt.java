// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.prompt;

import java.io.IOException;

/** Reads lines from a terminal; found by a {@link java.util.ServiceLoader}. */
public interface LinePrompt {
  /**
   * Reads until the end of input, or until the conversation is over.
   *
   * @throws IOException if the terminal cannot be used
   */
  void hold(Conversation conversation) throws IOException;
}
