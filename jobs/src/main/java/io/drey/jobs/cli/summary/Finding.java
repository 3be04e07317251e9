// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.summary;

/**
 * Something about a run that its user should know.
 *
 * @param isMistake whether it can hardly be meant, so that even a quiet run tells it
 */
record Finding(String text, boolean isMistake) {
  static Finding mistake(String text) {
    return new Finding(text, true);
  }
}
