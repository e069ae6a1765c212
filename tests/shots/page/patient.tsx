export function Patient() {
  return (
    <mesh position={[0, 0.055, 0]} rotation-z={Math.PI / 2} castShadow receiveShadow>
      <capsuleGeometry args={[0.055, 0.5, 8, 24]} />
      <meshStandardMaterial color="#d9a488" roughness={0.6} />
    </mesh>
  )
}
