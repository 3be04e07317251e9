/** Values of Drey's own types. */
@NullMarked
package io.drey.state.snapshot.type.drey;

import org.jspecify.annotations.NullMarked;
