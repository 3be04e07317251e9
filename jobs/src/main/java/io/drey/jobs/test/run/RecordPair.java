// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.drey.jobs.test.Expected;
import org.jspecify.annotations.Nullable;

/**
 * An expected record beside the one that came in its place.
 *
 * @param expected null if none was expected
 * @param came null if none came
 */
public record RecordPair(
    Expected.@Nullable Item expected, @Nullable JsonNode came, boolean matches) {}
