export default function Page() {
  return <h1>Harbor Coffee</h1>;
}
