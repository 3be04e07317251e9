// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration;

/** What becomes of the values of a state. */
public sealed interface ValueChange permits FieldSteps, Transform, ClassTransform {}
