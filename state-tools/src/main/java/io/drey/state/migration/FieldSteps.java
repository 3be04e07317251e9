// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration;

import java.util.List;

/** Steps that change classes and fields of values, in lists and maps too. */
public record FieldSteps(List<FieldStep> steps) implements ValueChange {}
