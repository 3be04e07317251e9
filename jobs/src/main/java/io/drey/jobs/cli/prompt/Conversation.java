// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.prompt;

import java.util.Collection;
import java.util.List;

/** What is said at a prompt. */
public interface Conversation {
  /** What stands before each line that is typed, and names its history. */
  String name();

  /** The lines that are shown first. */
  List<String> begin();

  /** The lines that answer a text, which may have several lines. */
  List<String> answer(String typed);

  /** Whether a text was typed that ends it. */
  boolean isOver();

  /** What has to be closed before the text is complete, such as a bracket; empty if nothing. */
  String open(String typed);

  /** Where the last word of a text begins. */
  int wordStart(String typed);

  /** All that this word may be completed to. */
  Collection<String> completions(String word);
}
