// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration;

import io.drey.state.transform.ValueTransform;

/** A class of the user's that gives the new values of old ones. */
@SuppressWarnings("rawtypes") // what it takes is known only when it is called
public record ClassTransform(Placed<UserClass<ValueTransform>> transform) implements ValueChange {}
