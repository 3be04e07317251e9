// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

/**
 * The place of a mapping in a document, for messages.
 *
 * @param path the keys that lead to it ({@code steps[1].deduplicate})
 * @param label its name in messages ({@code steps[1] (deduplicate)})
 */
public record Place(String path, String label) {

  /** A place whose label is its path. */
  public static Place of(String path) {
    return new Place(path, path);
  }

  public Place child(String key) {
    return of(path + "." + key);
  }
}
