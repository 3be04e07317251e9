// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.drey.jobs.pipeline.Output;
import io.drey.jobs.yaml.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to come from an output.
 *
 * @param at the place of the value in the test file
 * @param exactly whether records have no other fields than the expected ones
 * @param count how many records have to come, if that is all that is said; else null
 * @param records in their order
 */
public record Expected(
    Output output, Position at, boolean exactly, @Nullable Long count, List<Item> records) {

  /** A record. */
  public record Item(JsonNode json, Position at) {}
}
