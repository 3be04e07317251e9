// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.json;

import org.jspecify.annotations.Nullable;

/** The record that is looked for in a document: an element of its array, or what is malformed. */
final class DocumentRecord {
  private static final long NO_ELEMENT = -1;

  private boolean isFound;
  private boolean isCutOff;
  private boolean isOutside;
  private @Nullable String problem;
  private int end;
  private long index;

  /** Looks for the first one of a document. */
  void restart() {
    isCutOff = false;
    isOutside = false;
    index = 0;
  }

  /** Looks for the next one; whether the document goes on behind the last. */
  boolean leave() {
    boolean goesOn = !isLast();
    isFound = false;
    problem = null;
    index++;
    return goesOn;
  }

  /** An element has been found, up to that index of the window. */
  boolean foundElement(int behind, boolean cutOff) {
    isCutOff = cutOff;
    return found(behind, index, cutOff ? "Cut off" : null);
  }

  /** What is malformed has been found, the document or something else. */
  boolean foundMalformed(int behind, String why) {
    return found(behind, NO_ELEMENT, problem == null ? why : problem);
  }

  private boolean found(int behind, long number, @Nullable String why) {
    end = behind;
    index = number;
    problem = why;
    isFound = true;
    return true;
  }

  /** Says why what will be found is malformed. */
  void isMalformed(String why) {
    problem = why;
  }

  /** It is in no document. */
  void isOutside() {
    isOutside = true;
  }

  boolean isFound() {
    return isFound;
  }

  /** Whether nothing more of the document follows it. */
  boolean isLast() {
    return isFound && (index < 0 || isCutOff);
  }

  /** Whether it is a whole document. */
  boolean isDocument() {
    return index < 0 && !isOutside;
  }

  /** Where it ends in the window. */
  int end() {
    return end;
  }

  /** Its number in the document; -1 if it is no element. */
  long index() {
    return index;
  }

  /** Why it is malformed; null if its bytes decide. */
  @Nullable String problem() {
    return problem;
  }
}
